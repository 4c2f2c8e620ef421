package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedWorkloadTests {
    private static final List<String> AMOUNTS = List.of("", "0", "0m", "1", "250m", "64Mi", "1e3", "0.1");
    private static final List<String> NOTHING = List.of("", "0", "0m");

    record Declared(String requestedCpu, String requestedMemory, String cpuLimit, String memoryLimit) {
        boolean lacksCpu() {
            return NOTHING.contains(requestedCpu.isEmpty() ? cpuLimit : requestedCpu);
        }

        boolean lacksMemory() {
            return NOTHING.contains(requestedMemory.isEmpty() ? memoryLimit : requestedMemory);
        }

        String json(String name) {
            return Reviewed.container(
                    name,
                    "{\"requests\": %s, \"limits\": %s, \"claims\": []}"
                            .formatted(amounts(requestedCpu, requestedMemory), amounts(cpuLimit, memoryLimit)));
        }

        private static String amounts(String cpu, String memory) {
            return Map.of("cpu", cpu, "memory", memory).entrySet().stream()
                    .filter(amount -> !amount.getValue().isEmpty())
                    .map(amount -> "\"%s\": \"%s\"".formatted(amount.getKey(), amount.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    @Property(tries = 500)
    void theVerdictNamesExactlyWhatIsMissing(
            @ForAll("containers") List<Declared> initial, @ForAll("containers") List<Declared> regular) {
        String object = """
                {"spec": {"strategy": {"type": "x"}, "template": {"metadata": {"labels": {"cpu": "1"}}, "spec": {
                  "initContainers": [%s], "containers": [%s]}}}}
                """.formatted(json("init-", initial), json("c-", regular));
        List<String> cpu = new ArrayList<>();
        List<String> memory = new ArrayList<>();
        expect("init container init-", initial, cpu, memory);
        expect("container c-", regular, cpu, memory);

        Verdict verdict = Verdict.of(read(Reviewed.create("apps", "Deployment", object)), false);

        switch (verdict) {
            case Verdict.Allowed() -> assertThat(cpu.size() + memory.size()).isZero();
            case Verdict.Warned(String message) -> throw new AssertionError(message);
            case Verdict.Refused(String message) ->
                assertThat(message)
                        .isEqualTo("every container must request CPU and memory"
                                + (cpu.isEmpty() ? "" : "; without a CPU request: " + String.join(", ", cpu))
                                + (memory.isEmpty() ? "" : "; without a memory request: " + String.join(", ", memory)));
        }
    }

    @Property(tries = 2000)
    void whateverIsReadIsAReviewOrRefusedWithAReason(@ForAll("damage") int[] damage) {
        byte[] body = Reviewed.create(
                        "apps", "Deployment", Reviewed.deployment(Reviewed.container("app", "{\"limits\": {}}")))
                .getBytes(UTF_8);
        body[damage[0] % body.length] = (byte) damage[1];
        body[damage[2] % body.length] = (byte) damage[3];
        try {
            assertThat(Verdict.of(Review.of(Document.read(new ByteArrayInputStream(body))), false))
                    .isNotNull();
        } catch (BadRequest refusal) {
            assertThat(refusal.answer().status()).isEqualTo(400);
            assertThat(refusal).message().isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<Declared>> containers() {
        Arbitrary<String> amount = Arbitraries.of(AMOUNTS);
        return Combinators.combine(amount, amount, amount, amount)
                .as(Declared::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<int[]> damage() {
        return Arbitraries.integers().between(0, 100_000).array(int[].class).ofSize(4);
    }

    private static void expect(String label, List<Declared> all, List<String> cpu, List<String> memory) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).lacksCpu()) {
                cpu.add(label + i);
            }
            if (all.get(i).lacksMemory()) {
                memory.add(label + i);
            }
        }
    }

    private static String json(String name, List<Declared> all) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            texts.add(all.get(i).json(name + i));
        }
        return String.join(",", texts);
    }

    private static Review read(String text) {
        return Review.of(Document.read(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }
}
