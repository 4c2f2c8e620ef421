package dev.binnacle.portal.web;

import dev.binnacle.portal.access.ProblemPages;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Turns whatever a request fails with into a page in the look, or into a part where htmx asked for a part. */
@ControllerAdvice
class Problems implements ProblemPages {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ThymeleafViewResolver views;

    Problems(ThymeleafViewResolver views) {
        this.views = views;
    }

    @ExceptionHandler
    ModelAndView problem(Problem problem, HttpServletRequest request) {
        if (problem.getCause() != null) {
            log.info("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.sentence(), problem.getCause());
        }
        return page(ProblemView.of(problem), request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView database(RuntimeException failure, HttpServletRequest request) {
        return problem(noDatabase(failure), request);
    }

    @ExceptionHandler
    ModelAndView value(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return page(ProblemView.unreadable("The value of " + failure.getName() + " cannot be read."), request);
    }

    /** The browser has left; there is nobody to tell. */
    @ExceptionHandler
    void left(AsyncRequestNotUsableException failure) {
        log.debug("A browser left", failure);
    }

    @ExceptionHandler
    ModelAndView anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(ProblemView.ofStatus(status(known.getStatusCode())), request);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        return page(ProblemView.unexpected(reference), request);
    }

    @Override
    public void show(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ModelAndView page = problem(problem, request);
        response.setStatus(ProblemView.of(problem).answer().value());
        try {
            var view = page.getView() == null
                    ? views.resolveViewName(String.valueOf(page.getViewName()), Locale.ENGLISH)
                    : page.getView();
            if (view != null) {
                view.render(page.getModel(), request, response);
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The page of a problem cannot be shown", e);
        }
    }

    static Unavailable noDatabase(Throwable failure) {
        return new Unavailable(
                "PostgreSQL",
                "Binnacle cannot reach its database. Nothing was changed, and nothing that was saved is lost. "
                        + "This page works again when the database does.",
                failure);
    }

    static ModelAndView page(ProblemView problem, HttpServletRequest request) {
        if (ProblemJson.suits(request)) {
            var json = new ModelAndView(new ProblemJson(problem));
            json.setStatus(problem.answer());
            return json;
        }
        String target = request.getHeader("HX-Target");
        var page = new ModelAndView(request.getHeader("HX-Request") == null ? "web/problem" : "web/problem-part");
        page.setStatus(problem.answer());
        page.addObject("problem", problem);
        page.addObject("target", target == null || !target.matches("[A-Za-z][\\w-]*") ? null : target);
        return page;
    }

    private static HttpStatus status(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.BAD_REQUEST : status;
    }
}
