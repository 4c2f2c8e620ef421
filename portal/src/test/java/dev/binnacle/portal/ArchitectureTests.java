package dev.binnacle.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the rooms that concern libraries and names. */
@AnalyzeClasses(packages = "dev.binnacle.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule clientsOfKubernetesStayInTheRoomsThatMayCallIt = noClasses()
            .that()
            .resideOutsideOfPackages("..cluster..", "..delivery..", "..autoscaling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes.client..");

    @ArchTest
    static final ArchRule modelsOfKubernetesStopAtTheRoomThatReadsThem = noClasses()
            .that()
            .resideOutsideOfPackages("..cluster..", "..delivery..", "..autoscaling..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..");

    @ArchTest
    static final ArchRule elasticsearchIsAskedByTheLogRoom = noClasses()
            .that()
            .resideOutsideOfPackage("..log..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("co.elastic..");

    @ArchTest
    static final ArchRule okHttpIsForMetricsAndAlerts = noClasses()
            .that()
            .resideOutsideOfPackages("..metric..", "..alert..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..");

    @ArchTest
    static final ArchRule tablesAreReadByTheRoomsThatOwnThem = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..access..",
                    "..audit..",
                    "..environment..",
                    "..alert..",
                    "..delivery..",
                    "..log..",
                    "..probe..",
                    "..autoscaling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .resideInAnyPackage("..common..", "..util..", "..helper..", "..manager..", "..impl..", "..dto..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .doNotHaveSimpleName("PortalApplication")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule controllersAreNotPublic = classes()
            .that()
            .areAnnotatedWith(org.springframework.stereotype.Controller.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule formsSendPost = methods()
            .should()
            .notBeAnnotatedWith(PutMapping.class)
            .andShould()
            .notBeAnnotatedWith(PatchMapping.class)
            .andShould()
            .notBeAnnotatedWith(DeleteMapping.class);

    @ArchTest
    static final ArchRule everyMethodOfARequestIsNamed = methods()
            .that()
            .areDeclaredInClassesThat(JavaClass.Predicates.simpleNameEndingWith("Controller"))
            .and()
            .areNotDeclaredIn("dev.binnacle.portal.web.ErrorPageController")
            .should()
            .notBeAnnotatedWith(RequestMapping.class);
}
