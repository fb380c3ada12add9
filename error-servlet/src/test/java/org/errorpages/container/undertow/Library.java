package org.errorpages.container.undertow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Describes a jar of an application.
 *
 * @param initializers the classes in its services file
 * @param fragment its web-fragment.xml
 */
record Library(List<String> initializers, @Nullable Descriptor fragment) {

    private static final String SERVICES = "META-INF/services/jakarta.servlet.ServletContainerInitializer";

    static Library read(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var fragment = zip.getEntry("META-INF/web-fragment.xml");
            return new Library(
                    initializers(zip), fragment == null ? null : Descriptor.parse(zip.getInputStream(fragment)));
        } catch (IOException e) {
            throw new IllegalStateException(jar.toString(), e);
        }
    }

    private static List<String> initializers(ZipFile zip) throws IOException {
        var services = zip.getEntry(SERVICES);
        if (services == null) {
            return List.of();
        }
        var text = new String(zip.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Optional<Descriptor> webFragment() {
        return Optional.ofNullable(fragment);
    }

    /** Returns the name of the fragment, empty if it has none or there is no fragment. */
    String name() {
        return webFragment().flatMap(each -> each.text("name")).orElse("");
    }
}
