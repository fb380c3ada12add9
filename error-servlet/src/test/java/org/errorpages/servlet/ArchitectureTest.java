package org.errorpages.servlet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the dependencies, the size and the visibility of the classes of error-servlet. */
final class ArchitectureTest {

    /** All packages, top down: a package uses only those after it. */
    private static final List<String> TOP_DOWN = List.of(
            "org.errorpages.servlet",
            "org.errorpages.servlet.request",
            "org.errorpages.servlet.descriptor",
            "org.errorpages.servlet.container");

    private static final int MOST_TYPES = 22;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages.servlet");

    @Test
    void onlyTypesThatAContainerCreatesOrAnApplicationImplementsArePublic() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals("org.errorpages.servlet"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "ErrorPageFilter", "ErrorPageServlet", "ErrorPagesInitializer", "UserLanguageProvider");
    }

    @Test
    void theOrderNamesAllPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
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
                        .check(CLASSES)));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.errorpages.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void aPackageHasAtMostTwentyTwoTopLevelTypes() {
        var sizes = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes).allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void noContainerAndNoLibraryOfTheCoreIsUsedDirectly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.jetty..",
                        "org.apache..",
                        "io.undertow..",
                        "org.thymeleaf..",
                        "com.fasterxml..",
                        "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void internalPackagesOfTheCoreAreNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.errorpages.render.html..",
                        "org.errorpages.report..",
                        "org.errorpages.describe..",
                        "org.errorpages.trace..",
                        "org.errorpages.source..",
                        "org.errorpages.hint..",
                        "org.errorpages.redact..",
                        "org.errorpages.i18n.."))
                .check(CLASSES);
    }

    @Test
    void onlyFieldsThatAContainerInitializesAreMutable() {
        fields().that()
                .areNotFinal()
                .should()
                .bePrivate()
                .andShould()
                .haveModifier(JavaModifier.TRANSIENT)
                .because("filter and servlet are filled by init and are serializable by inheritance only")
                .check(CLASSES);
    }

    @Test
    void namesOfTypesAreSpecific() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Info|Data)")
                .check(CLASSES);
    }
}
