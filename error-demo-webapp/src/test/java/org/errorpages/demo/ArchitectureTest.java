package org.errorpages.demo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.RespondsWithStatus;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;

/** Plain tests, because surefire 3.5.3 neither counts nor fails the rules that ArchUnit's own engine runs. */
final class ArchitectureTest {

    private static final JavaClasses SHOP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages.demo");

    @Test
    void theShopUsesOnlyTheExceptionsOfTheFramework() {
        classes()
                .that()
                .resideOutsideOfPackage("org.errorpages.demo.gallery")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.errorpages..")
                        .or(resideInAPackage("org.errorpages.demo.."))
                        .or(belongToAnyOf(HttpErrorException.class, RespondsWithStatus.class, UpstreamException.class)))
                .check(SHOP);
    }

    @Test
    void theGalleryUsesErrorPagesAndNoRenderer() {
        noClasses()
                .that()
                .resideInAPackage("org.errorpages.demo.gallery")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.errorpages.render.html..", "org.errorpages.servlet..", "org.thymeleaf..")
                .orShould()
                .dependOnClassesThat(simpleNameEndingWith("Renderer"))
                .check(SHOP);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.errorpages.demo.(*)..").should().beFreeOfCycles().check(SHOP);
    }

    @Test
    void onlyTheWebKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.demo.web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(SHOP);
    }

    @Test
    void onlyTheLauncherKnowsJetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.demo.launch")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(SHOP);
    }
}
