package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.ArchiveCheck;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The archives of environments. */
@Component
public class Archives implements ArchiveCheck {

    private static final Duration RECENT = Duration.ofDays(30);

    private final Connections connections;
    private final AddressRules addresses;
    private final RestoreBounds bounds;
    private final Clock clock;

    Archives(Connections connections, AddressRules addresses, RestoreBounds bounds, Clock clock) {
        this.connections = connections;
        this.addresses = addresses;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * Lists the files that can hold lines of a time.
     *
     * @param from the first moment
     * @param to the moment after the last
     * @return the oldest first
     * @throws NotFound where the environment has no archive, or the bucket is gone
     * @throws dev.binnacle.portal.problem.Forbidden where the key is refused
     * @throws dev.binnacle.portal.problem.Unavailable where the storage does not answer
     */
    public Listing list(Environment environment, Instant from, Instant to) {
        try (Bucket bucket = bucket(environment.id())) {
            List<ArchivedFile> since = bucket.since(from);
            List<ArchivedFile> files = ArchivedFile.covering(since, to);
            return new Listing(files, since.size() == Bucket.MOST, bounds.excess(files));
        }
    }

    @Override
    public String check(Connection connection) {
        try (Bucket bucket = new Bucket(connection, addresses)) {
            int files = bucket.since(clock.instant().minus(RECENT)).size();
            return "Answers; %,d files of the last 30 days".formatted(files);
        }
    }

    Bucket bucket(EnvironmentId environment) {
        Connection connection = connections
                .archive(environment)
                .orElseThrow(() -> new NotFound("This environment has no archive of log files."));
        return new Bucket(connection, addresses);
    }

    static long bytes(List<ArchivedFile> files) {
        return files.stream().mapToLong(ArchivedFile::bytes).sum();
    }

    /**
     * @param cut whether there are more files than are looked at, so that some may be missing
     * @param excess why they are not brought back at once; empty where they are
     */
    public record Listing(List<ArchivedFile> files, boolean cut, String excess) {

        public Listing {
            files = List.copyOf(files);
        }

        /** @return packed */
        public long bytes() {
            return Archives.bytes(files);
        }
    }
}
