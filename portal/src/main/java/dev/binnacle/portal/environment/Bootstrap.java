package dev.binnacle.portal.environment;

import dev.binnacle.portal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one environment record equal to the file that {@code BINNACLE_BOOTSTRAP_FILE} names: the sandbox writes there
 * what it has started, and {@code make run} with a KUBECONFIG what it was given. Without that setting nothing happens.
 */
@Service
class Bootstrap implements PlatformParts {

    private static final Logger log = LoggerFactory.getLogger(Bootstrap.class);
    private static final String ACCOUNT = "binnacle";

    private final String file;
    private final JsonMapper json;
    private final EnvironmentDirectory directory;
    private final Drafting drafting;
    private final EnvironmentEditing editing;
    private @Nullable BootstrapFile applied;
    private volatile List<Part> parts = List.of();

    Bootstrap(
            @Value("${binnacle.bootstrap-file:}") String file,
            JsonMapper json,
            EnvironmentDirectory directory,
            Drafting drafting,
            EnvironmentEditing editing) {
        this.file = file;
        this.json = json;
        this.directory = directory;
        this.drafting = drafting;
        this.editing = editing;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        if (file.isBlank()) {
            return;
        }
        try {
            BootstrapFile read = json.readValue(Files.readString(Path.of(file)), BootstrapFile.class);
            parts = read.parts();
            if (!read.kubeconfig().isBlank() && !read.sameConnections(applied)) {
                directory.refresh();
                apply(read);
                applied = read;
            }
        } catch (IOException | JacksonException unreadable) {
            log.debug("The bootstrap file is not there yet, or just being written", unreadable);
        } catch (InvalidForm | Problem | DataAccessException failure) {
            log.warn("The environment of the bootstrap file could not be saved; trying again", failure);
        }
    }

    private void apply(BootstrapFile read) {
        Environment before = directory.all().stream()
                .filter(environment -> environment.name().equals(read.name()))
                .findFirst()
                .orElse(null);
        Draft draft = drafting.draft(read.form(before), before);
        if (before == null) {
            editing.create(read.marked(draft), ACCOUNT);
        } else {
            editing.edit(draft, ACCOUNT);
        }
        log.info("Environment {} follows the bootstrap file", Objects.requireNonNull(read.name()));
    }
}
