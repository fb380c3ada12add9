package org.errorpages;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What answers can neither run nor write nor send anything: CVE-2021-3129 of Ignition, and its share button. */
final class NoWayOutTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages");

    @Test
    void ignitionRanCommandsAndWroteFiles() {
        // The command line writes what it is asked for; no answer comes near it.
        var ofTheAnswer = noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.cli..")
                .and()
                .haveSimpleNameNotStartingWith("WarFile");

        ofTheAnswer
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CORE);
        ofTheAnswer
                .should()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))))
                .check(CORE);
        ofTheAnswer
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileOutputStream.class)
                .check(CORE);
        ofTheAnswer
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileWriter.class)
                .check(CORE);
        for (var writing : List.of(
                "write",
                "writeString",
                "newOutputStream",
                "newBufferedWriter",
                "copy",
                "move",
                "delete",
                "deleteIfExists",
                "createFile",
                "createDirectory",
                "createDirectories",
                "createTempFile")) {
            ofTheAnswer
                    .should()
                    .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                            com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Files.class)))
                            .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(writing))))
                    .check(CORE);
        }
    }

    @Test
    void ignitionSentReportsAway() {
        for (var type : List.of(
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.net.HttpURLConnection",
                "java.net.http.HttpClient",
                "java.nio.channels.SocketChannel",
                "java.nio.channels.AsynchronousSocketChannel")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(type)
                    .check(CORE);
        }
    }
}
