package dev.binnacle.sandbox.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A binary that the platform needs. */
public enum Program {
    /** etcd, the control plane, kwok and metrics-server: the first argument says which. */
    KUBERNETES("Kubernetes", "kubernetes", "kubernetes", "go.mod go.sum main.go kwok.go", ".", ""),
    /** Prometheus, with Kubernetes as its only service discovery: others do not resolve, or are not needed. */
    PROMETHEUS(
            "Prometheus",
            "prometheus",
            "prometheus",
            "go.mod go.sum",
            "github.com/prometheus/prometheus/cmd/prometheus",
            "remove_all_sd,enable_kubernetes_sd,netgo"),
    /** Checks and tests rules; of the same sources as Prometheus, and built in seconds after it. */
    PROMTOOL(
            "promtool",
            "prometheus",
            "promtool",
            "go.mod go.sum",
            "github.com/prometheus/prometheus/cmd/promtool",
            PROMETHEUS.tags),
    /** Alertmanager. */
    ALERTMANAGER(
            "Alertmanager",
            "alertmanager",
            "alertmanager",
            "go.mod go.sum",
            "github.com/prometheus/alertmanager/cmd/alertmanager",
            ""),
    /** Checks and tests routes. */
    AMTOOL("amtool", "alertmanager", "amtool", "go.mod go.sum", "github.com/prometheus/alertmanager/cmd/amtool", ""),
    /** Argo Rollouts' controller of canaries. */
    ROLLOUTS(
            "Argo Rollouts",
            "rollouts",
            "rollouts-controller",
            "go.mod go.sum",
            "github.com/argoproj/argo-rollouts/cmd/rollouts-controller",
            ""),
    /** Karpenter, with a provider whose machines are pretended. */
    KARPENTER("Karpenter", "karpenter", "karpenter", "go.mod go.sum", "sigs.k8s.io/karpenter/kwok", ""),
    /** The command that the platform's scripts call. */
    HELM("Helm", "helm", "helm", "go.mod go.sum", "helm.sh/helm/v4/cmd/helm", "");

    private final String title;
    private final String folder;
    private final String binary;
    private final String files;
    private final String goPackage;
    private final String tags;

    Program(String title, String folder, String binary, String files, String goPackage, String tags) {
        this.title = title;
        this.folder = folder;
        this.binary = binary;
        this.files = files;
        this.goPackage = goPackage;
        this.tags = tags;
    }

    /**
     * The path of the binary, which is built first when this user's cache does not have it: minutes, whose progress
     * is told. Returns at once otherwise.
     *
     * @throws dev.binnacle.sandbox.part.PartFailure without Go, without room on the disk, or when the build fails
     */
    public Path require(Progress progress) throws IOException, InterruptedException {
        return BuildCache.ofUser().require(this, progress);
    }

    /** A module that it is built of, at the version that it is built of. */
    public ModuleSources sources(String module) throws IOException {
        return new ModuleSources(module, "v" + GoModule.of(this).version(module));
    }

    String title() {
        return title;
    }

    /** Where its sources are; programs of one module share them. */
    String folder() {
        return folder;
    }

    String binary() {
        return binary;
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
