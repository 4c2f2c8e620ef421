package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.web.Banner;
import dev.binnacle.portal.web.LiveUpdates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages when what every page has to say of an environment's alerts begins, changes or ends. */
@Component
class BannerChanges {

    private final MissingAlerts missing;
    private final LiveUpdates liveUpdates;
    private final Map<EnvironmentId, String> said = new ConcurrentHashMap<>();

    BannerChanges(MissingAlerts missing, LiveUpdates liveUpdates) {
        this.missing = missing;
        this.liveUpdates = liveUpdates;
    }

    /** Its details, as for how long, change all the time and are not worth telling. */
    @EventListener
    void on(BoardRead read) {
        Optional<Banner> banner = missing.banner(read.environment(), read.board());
        String now = banner.map(Banner::headline).orElse("");
        String before = said.put(read.environment().id(), now);
        if (!now.equals(before == null ? "" : before)) {
            liveUpdates.changed(read.environment().name(), Set.of("banners"));
        }
    }
}
