package org.errorpages;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import org.errorpages.incident.log.IncidentLog;
import org.junit.jupiter.api.Test;

/** The arrows and bans of the architecture. */
final class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages");

    @Test
    void coreKnowsNoServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "javax.servlet..", "org.eclipse.jetty..", "org.apache..")
                .check(CORE);
    }

    @Test
    void onlyHtmlKnowsThymeleaf() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.render.html..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.thymeleaf..", "org.attoparser..", "org.unbescape..")
                .check(CORE);
    }

    @Test
    void onlyRenderersKnowJsonAndXml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.render")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "javax.xml..")
                .check(CORE);
    }

    @Test
    void onlyTheIncidentLogKnowsSlf4j() {
        noClasses()
                .that()
                .areNotAssignableFrom(IncidentLog.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(CORE);
    }

    @Test
    void noRendererKnowsAThrowable() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.errorpages.render..")
                .should()
                .haveRawParameterTypes(anyAssignableToThrowable())
                .orShould()
                .haveRawReturnType(assignableTo(Throwable.class))
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("org.errorpages.render..")
                .should()
                .callMethodWhere(asksAThrowable())
                .check(CORE);
    }

    @Test
    void noRendererKnowsARequestOrAFailure() {
        noClasses()
                .that()
                .resideInAPackage("org.errorpages.render..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.errorpages.request..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Failure")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("SafeThrowable")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Incident")
                .check(CORE);
    }

    @Test
    void whatIsBuiltStaysAsItIs() {
        fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotContaining("Walk")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotContaining("Ranking")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotContaining("Iterator")
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(
                        ".*\\.(SourceRedactor|SourceTokenizer|BoundedWriter|Allowance|FrameAllotment|KnownSecrets(\\$Node)?)")
                .should()
                .beFinal()
                .because("only what lives for the length of one call may count along")
                .check(CORE);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Info|Data)")
                .check(CORE);
    }

    @Test
    void nothingDependsOnTheMachine() {
        noClasses().should().callMethod(String.class, "toLowerCase").check(CORE);
        noClasses().should().callMethod(String.class, "toUpperCase").check(CORE);
        noClasses().should().callMethod(String.class, "getBytes").check(CORE);
        noClasses().should().callConstructor(String.class, byte[].class).check(CORE);
        noClasses().should().callMethod(Locale.class, "getDefault").check(CORE);
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .check(CORE);
        noClasses()
                .that()
                .doNotHaveSimpleName("ErrorMapCommand")
                .and()
                .doNotHaveSimpleName("StaticPages")
                .should()
                .accessField(System.class, "out")
                .check(CORE);
        noClasses().should().accessField(System.class, "err").check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ResourceBundle")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.MessageFormat")
                .check(CORE);
    }

    private static DescribedPredicate<List<JavaClass>> anyAssignableToThrowable() {
        return DescribedPredicate.describe("a throwable among them", types -> types.stream()
                .anyMatch(type -> type.isAssignableTo(Throwable.class)));
    }

    /** What the compiler makes of try-with-resources is let through. */
    private static DescribedPredicate<JavaMethodCall> asksAThrowable() {
        return DescribedPredicate.describe(
                "a throwable is asked something",
                call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                        && !call.getName().equals("addSuppressed"));
    }
}
