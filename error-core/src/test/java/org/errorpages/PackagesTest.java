package org.errorpages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the order, the size and the independence of the packages of error-core. */
final class PackagesTest {

    /** All packages, top down: a package uses only those after it. */
    private static final List<String> TOP_DOWN = List.of(
            "org.errorpages.cli",
            "org.errorpages",
            "org.errorpages.incident.store",
            "org.errorpages.incident.log",
            "org.errorpages.render.html",
            "org.errorpages.render",
            "org.errorpages.describe",
            "org.errorpages.trace",
            "org.errorpages.report",
            "org.errorpages.hint",
            "org.errorpages.source",
            "org.errorpages.redact",
            "org.errorpages.access",
            "org.errorpages.classify",
            "org.errorpages.i18n",
            "org.errorpages.incident",
            "org.errorpages.status",
            "org.errorpages.http",
            "org.errorpages.throwable",
            "org.errorpages.resource");

    private static final int MAX_TYPES = 22;

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages");

    @Test
    void theOrderNamesAllPackages() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(TOP_DOWN);
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyPackagesBelowIt() {
        return TOP_DOWN.stream()
                .skip(1)
                .map(name -> DynamicTest.dynamicTest(name, () -> noClasses()
                        .that()
                        .resideInAPackage(name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                TOP_DOWN.subList(0, TOP_DOWN.indexOf(name)).toArray(String[]::new))
                        .check(CORE)));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.errorpages.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void aPackageHasAtMostTwentyTwoTopLevelTypes() {
        var sizes = CORE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(sizes).allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MAX_TYPES));
    }
}
