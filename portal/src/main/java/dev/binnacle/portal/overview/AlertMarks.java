package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.Beginnings;
import dev.binnacle.portal.alert.Beginnings.Beginning;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Marks;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Marks beside log lines when alerts began to fire, whether they still do or are over. */
@Component
class AlertMarks implements Marks {

    private final Beginnings beginnings;

    AlertMarks(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    @Override
    public List<Mark> between(Environment environment, String workload, Instant from, Instant to) {
        String[] parts = workload.split("/", -1);
        List<Beginning> began = parts.length == 3
                ? beginnings.ofWorkload(environment, parts[1], parts[0], parts[2], from, to, MOST)
                : beginnings.between(environment, from, to, MOST);
        return began.stream().map(each -> mark(environment, each)).toList();
    }

    private static Mark mark(Environment environment, Beginning beginning) {
        Alert alert = beginning.alert();
        String says = alert.name() + (beginning.over() ? " fired" : " fires");
        return new Mark(
                alert.startsAt(),
                alert.severity().status(),
                "alerts",
                alert.page().map(page -> says + ": " + page.label()).orElse(says),
                "/environments/" + environment.name() + "/" + beginning.story());
    }
}
