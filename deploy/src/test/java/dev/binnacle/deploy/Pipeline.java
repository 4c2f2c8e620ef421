package dev.binnacle.deploy;

import com.lesfurets.jenkins.unit.BasePipelineTest;
import groovy.lang.Closure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Jenkinsfile, with steps that only keep what they were asked for. */
final class Pipeline extends BasePipelineTest {
    static final String COMMIT = "0123456789ab";

    private final List<String> stages = new ArrayList<>();
    private final List<Ran> commands = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final Deque<String> containers = new ArrayDeque<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private String agent = "";
    private boolean unstable;

    /**
     * A command of the shell.
     *
     * @param environment what the pipeline has set for it, secrets included
     */
    record Ran(String container, String command, Map<String, String> environment) {}

    /** @param secrets by the id of their credential */
    Pipeline(Map<String, String> secrets) throws Exception {
        this.secrets.putAll(secrets);
        setScriptRoots(ProjectFiles.ROOT.toString());
        setScriptExtension("");
        setUp();
        getBinding().setVariable("POD_LABEL", "pod");
        getBinding().setVariable("scm", "scm");
        getBinding()
                .setVariable(
                        "params",
                        Map.of(
                                "REGISTRY", "registry.test/binnacle",
                                "NAMESPACE", "echo",
                                "INGRESS", "http://echo.test",
                                "PORTAL", "https://portal.test",
                                "ENVIRONMENT", "europe"));
        step("properties", asked -> null, List.class);
        step("parameters", asked -> null, List.class);
        step("disableConcurrentBuilds", asked -> null);
        step("string", asked -> asked[0], Map.class);
        step("file", asked -> asked[0], Map.class);
        step("readTrusted", asked -> ProjectFiles.text(java.nio.file.Path.of(asked[0].toString())), String.class);
        step("podTemplate", this::podTemplate, Map.class, Closure.class);
        step("node", asked -> ((Closure<?>) asked[1]).call(), String.class, Closure.class);
        step("container", this::container, String.class, Closure.class);
        step("stage", this::stage, String.class, Closure.class);
        step("withEnv", this::withEnv, List.class, Closure.class);
        step("withCredentials", this::withCredentials, List.class, Closure.class);
        step("checkout", asked -> null, Object.class);
        step("junit", asked -> published.add(asked[0].toString()), String.class);
        step("unstable", asked -> unstable = true, String.class);
        step("sh", asked -> ran(asked[0].toString()), String.class);
        step("sh", this::answered, Map.class);
    }

    /** From now on that command ends with an error. */
    Pipeline failing(String command) {
        failing.add(command);
        return this;
    }

    void run() {
        getHelper().loadScript("Jenkinsfile", getBinding()).run();
    }

    List<String> stages() {
        return stages;
    }

    List<Ran> commands() {
        return commands;
    }

    List<String> published() {
        return published;
    }

    String agent() {
        return agent;
    }

    boolean isUnstable() {
        return unstable;
    }

    /** @return every step with its arguments, as a build's log would name them */
    String log() {
        return getHelper().getCallStack().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private @Nullable Object podTemplate(Object[] asked) {
        agent = String.valueOf(((Map<?, ?>) asked[0]).get("yaml"));
        return ((Closure<?>) asked[1]).call();
    }

    private @Nullable Object container(Object[] asked) {
        containers.push(asked[0].toString());
        try {
            return ((Closure<?>) asked[1]).call();
        } finally {
            containers.pop();
        }
    }

    private @Nullable Object stage(Object[] asked) {
        stages.add(asked[0].toString());
        return ((Closure<?>) asked[1]).call();
    }

    private @Nullable Object withEnv(Object[] asked) {
        Map<String, String> more = new HashMap<>();
        for (Object pair : (List<?>) asked[0]) {
            String[] parts = pair.toString().split("=", 2);
            more.put(parts[0], parts[1]);
        }
        return with(more, (Closure<?>) asked[1]);
    }

    private @Nullable Object withCredentials(Object[] asked) {
        Map<String, String> more = new HashMap<>();
        for (Object each : (List<?>) asked[0]) {
            Map<?, ?> binding = (Map<?, ?>) each;
            String secret = secrets.get(String.valueOf(binding.get("credentialsId")));
            if (secret == null) {
                throw new IllegalStateException("No credential " + binding.get("credentialsId"));
            }
            more.put(String.valueOf(binding.get("variable")), secret);
        }
        return with(more, (Closure<?>) asked[1]);
    }

    private @Nullable Object with(Map<String, String> more, Closure<?> body) {
        environment.putAll(more);
        try {
            return body.call();
        } finally {
            environment.keySet().removeAll(more.keySet());
        }
    }

    private Object ran(String command) {
        commands.add(new Ran(containers.isEmpty() ? "" : containers.peek(), command, Map.copyOf(environment)));
        if (failing.contains(command)) {
            throw new IllegalStateException("script returned exit code 1: " + command);
        }
        return 0;
    }

    private Object answered(Object[] asked) {
        Map<?, ?> options = (Map<?, ?>) asked[0];
        String command = String.valueOf(options.get("script"));
        if (Boolean.TRUE.equals(options.get("returnStdout"))) {
            ran(command);
            return COMMIT + "\n";
        }
        try {
            return ran(command);
        } catch (IllegalStateException failed) {
            return 1;
        }
    }

    private void step(String name, Body body, Class<?>... parameters) {
        getHelper().registerAllowedMethod(name, List.of(parameters), new Step(body));
    }

    /** What a step does. */
    private interface Body {
        @Nullable
        Object of(Object[] arguments);
    }

    /** Called by Groovy, by name. */
    @SuppressWarnings("serial")
    private static final class Step extends Closure<Object> {
        private final Body body;

        Step(Body body) {
            super(null);
            this.body = body;
        }

        @SuppressWarnings({"unused", "UnusedMethod", "EffectivelyPrivate"})
        public @Nullable Object doCall(Object... arguments) {
            return body.of(arguments);
        }
    }
}
