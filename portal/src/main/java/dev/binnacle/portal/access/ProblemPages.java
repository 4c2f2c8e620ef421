package dev.binnacle.portal.access;

import dev.binnacle.portal.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows a problem that arises before any controller is asked; implemented by the room that has the look. */
public interface ProblemPages {

    /** Writes the whole answer: a page, or a part where a part was asked for. */
    void show(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
