package dev.binnacle.sandbox.program;

import dev.binnacle.sandbox.part.PartContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A binary that the platform needs. */
public enum Program {
    /** etcd, the control plane, kwok and metrics-server: the first argument says which. */
    KUBERNETES("Kubernetes", "kubernetes", "go.mod go.sum main.go kwok.go", ".", ""),
    /** Prometheus, with Kubernetes as its only service discovery: others do not resolve, or are not needed. */
    PROMETHEUS(
            "Prometheus",
            "prometheus",
            "go.mod go.sum",
            "github.com/prometheus/prometheus/cmd/prometheus",
            "remove_all_sd,enable_kubernetes_sd,netgo"),
    /** Alertmanager. */
    ALERTMANAGER(
            "Alertmanager", "alertmanager", "go.mod go.sum", "github.com/prometheus/alertmanager/cmd/alertmanager", "");

    private final String title;
    private final String folder;
    private final String files;
    private final String goPackage;
    private final String tags;

    Program(String title, String folder, String files, String goPackage, String tags) {
        this.title = title;
        this.folder = folder;
        this.files = files;
        this.goPackage = goPackage;
        this.tags = tags;
    }

    /**
     * The path of the binary, which is built first when this user's cache does not have it: minutes, whose progress
     * goes to the context. Returns at once otherwise.
     *
     * @throws dev.binnacle.sandbox.part.PartFailure without Go, without room on the disk, or when the build fails
     */
    public Path require(PartContext context) throws IOException, InterruptedException {
        return BuildCache.ofUser().require(this, context);
    }

    String title() {
        return title;
    }

    String folder() {
        return folder;
    }

    List<String> files() {
        return List.of(files.split(" ", -1));
    }

    String goPackage() {
        return goPackage;
    }

    String tags() {
        return tags;
    }
}
