package dev.binnacle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.audit.ChangesNothing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;

/** Every mapping that changes something goes through the audit trail: follows its calls until they reach it. */
class AuditedChangesTests {

    private static final String ROOMS = "dev.binnacle.portal";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOMS);

    @Test
    void everyChangeIsRecorded() {
        List<JavaMethod> changes = changes();
        assertThat(changes).hasSizeGreaterThan(5);
        assertThat(changes)
                .filteredOn(change -> !change.isAnnotatedWith(ChangesNothing.class))
                .allSatisfy(change ->
                        assertThat(records(change)).as(change.getFullName()).isTrue());
    }

    @Test
    void whatChangesNothingRecordsNothing() {
        assertThat(changes())
                .filteredOn(change -> change.isAnnotatedWith(ChangesNothing.class))
                .allSatisfy(change ->
                        assertThat(records(change)).as(change.getFullName()).isFalse());
    }

    private List<JavaMethod> changes() {
        return classes.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class))
                .toList();
    }

    private boolean records(JavaCodeUnit start) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            JavaCodeUnit unit = ahead.pop();
            if (unit.getOwner().isEquivalentTo(AuditTrail.class)) {
                return true;
            }
            if (seen.add(unit)) {
                called(unit).flatMap(AuditedChangesTests::andItsOverrides).forEach(ahead::push);
            }
        }
        return false;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        var calls =
                unit.getCallsFromSelf().stream().map(call -> call.getTarget().resolveMember());
        var references = unit.getCodeUnitReferencesFromSelf().stream()
                .map(reference -> reference.getTarget().resolveMember());
        return Stream.concat(calls, references)
                .flatMap(found -> found.stream())
                .map(JavaCodeUnit.class::cast)
                .filter(found -> found.getOwner().getPackageName().startsWith(ROOMS));
    }

    private static Stream<JavaCodeUnit> andItsOverrides(JavaCodeUnit unit) {
        return Stream.concat(
                Stream.of(unit),
                unit.getOwner().getAllSubclasses().stream()
                        .flatMap((JavaClass implementation) -> implementation.getMethods().stream())
                        .filter(method -> method.getName().equals(unit.getName())));
    }
}
