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

/** Tests that no response can start processes, write files or open connections, as in CVE-2021-3129 of Ignition. */
final class NoSideEffectsTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("org.errorpages");

    @Test
    void ignitionRanCommandsAndWroteFiles() {
        // The commands write files; no response uses them.
        var responding = noClasses()
                .that()
                .resideOutsideOfPackage("org.errorpages.cli..")
                .and()
                .haveSimpleNameNotStartingWith("ExtractedWar");

        responding
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CORE);
        responding
                .should()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))))
                .check(CORE);
        responding
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileOutputStream.class)
                .check(CORE);
        responding
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileWriter.class)
                .check(CORE);
        for (var method : List.of(
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
            responding
                    .should()
                    .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                            com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Files.class)))
                            .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(method))))
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
