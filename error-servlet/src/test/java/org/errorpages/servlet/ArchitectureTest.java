package org.errorpages.servlet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.errorpages.incident.Incident;
import org.junit.jupiter.api.Test;

/** The arrows and bans of the architecture. */
final class ArchitectureTest {

    private static final JavaClasses SHELL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages.servlet");

    @Test
    void onlyWhatAContainerCreatesOrAnApplicationImplementsIsPublic() {
        assertThat(SHELL.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "ErrorPageFilter", "ErrorPageServlet", "ErrorPagesInitializer", "LocaleSource");
    }

    @Test
    void shellKnowsNoContainerAndNoLibraryOfTheCore() {
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
                .check(SHELL);
    }

    @Test
    void shellUsesTheDoorAndTheValuesThatPassIt() {
        var inside = resideInAnyPackage(
                "org.errorpages.render.html..",
                "org.errorpages.report..",
                "org.errorpages.text..",
                "org.errorpages.media..");
        noClasses()
                .should()
                .dependOnClassesThat(inside.and(not(type(Incident.class))))
                .check(SHELL);
    }

    @Test
    void onlyWhatAContainerInitialisesChanges() {
        fields().that()
                .areNotFinal()
                .should()
                .bePrivate()
                .andShould()
                .haveModifier(JavaModifier.TRANSIENT)
                .because("filter and servlet are filled by init and are serializable by inheritance only")
                .check(SHELL);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Info|Data)")
                .check(SHELL);
    }
}
