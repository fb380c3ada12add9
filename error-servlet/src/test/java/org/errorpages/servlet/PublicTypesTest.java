package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that a type is public only for a reason. */
final class PublicTypesTest {

    private static final Path API = Path.of("../docs/api.md");

    @Test
    void aPublicTypeIsUsedByAnotherPackageOrListedAsApi() throws Exception {
        var api = Files.readString(API);
        var types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.errorpages");

        var needless = types.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !api.contains(type.getSimpleName() + "`"))
                .filter(type -> isUsedInItsPackageOnly(type, types))
                .map(JavaClass::getName)
                .toList();

        assertThat(types).hasSizeGreaterThan(200);
        assertThat(needless).isEmpty();
    }

    /** Returns whether no other package depends on a type or a type nested in it. */
    private static boolean isUsedInItsPackageOnly(JavaClass type, JavaClasses types) {
        return types.stream()
                .filter(nested -> nested.equals(type) || nested.getName().startsWith(type.getName() + "$"))
                .flatMap(nested -> nested.getDirectDependenciesToSelf().stream())
                .allMatch(use -> use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }
}
