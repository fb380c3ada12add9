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

/** Tests which classes depend on which. */
final class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages");

    @Test
    void coreDependsOnNoServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "javax.servlet..", "org.eclipse.jetty..", "org.apache..")
                .check(CORE);
    }

    @Test
    void onlyTheHtmlPackageDependsOnThymeleaf() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.render.html..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.thymeleaf..", "org.attoparser..", "org.unbescape..")
                .check(CORE);
    }

    @Test
    void onlyRenderersDependOnJsonAndXml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.render")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "javax.xml..")
                .check(CORE);
    }

    @Test
    void onlyTheIncidentLogDependsOnSlf4j() {
        noClasses()
                .that()
                .areNotAssignableFrom(IncidentLog.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(CORE);
    }

    @Test
    void noRendererTakesOrReturnsAThrowable() {
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
                .callMethodWhere(callsAThrowable())
                .check(CORE);
    }

    @Test
    void noRendererDependsOnARequestOrAFailure() {
        noClasses()
                .that()
                .resideInAPackage("org.errorpages.render..")
                .and()
                .doNotHaveSimpleName("ResponseFactory")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        ".*\\.(RequestSnapshot|DeveloperRequestDetails|RequestHeaders|Failure|SafeThrowable|CauseChain|Incident)")
                .because("a renderer turns a report into bytes")
                .check(CORE);
    }

    @Test
    void onlyObjectsOfOneCallHaveMutableFields() {
        fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Iterator")
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(
                        ".*[.$](BoundedWriter|FrameBudget|Lazy|RepeatedSecretFinder(\\$Node)?|SafeThrowable|SizeBudget|SourceRedactor|SourceTokenizer)")
                .should()
                .beFinal()
                .because("only an object that lives for one call may change, and a lazy value")
                .check(CORE);
    }

    @Test
    void typeNamesAreSpecific() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Info|Data)")
                .check(CORE);
    }

    @Test
    void nothingDependsOnDefaultsOfTheMachine() {
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
                .doNotHaveSimpleName("ExportCommand")
                .should()
                .accessField(System.class, "out")
                .check(CORE);
        noClasses().should().accessField(System.class, "err").check(CORE);
        noClasses()
                .that()
                .doNotHaveSimpleName("RetryAfter") // Exceptions of libraries hold dates of this type.
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

    /** Calls that the compiler generates for try-with-resources are allowed. */
    private static DescribedPredicate<JavaMethodCall> callsAThrowable() {
        return DescribedPredicate.describe(
                "a method of a throwable is called",
                call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                        && !call.getName().equals("addSuppressed"));
    }
}
