package org.errorpages.report.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a repository keeps a jar under. A jar can say anything, so that a part is letters, digits and a few marks only.
 *
 * @param group the folders of the group, such as {@code org.acme}
 * @param name the name
 * @param version the version
 */
record Artifact(String group, String name, String version) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,120}");

    /** Returns what a {@code pom.properties} says, or nothing where it does not say all of it. */
    static Optional<Artifact> of(Properties pom) {
        var artifact = new Artifact(
                pom.getProperty("groupId", ""), pom.getProperty("artifactId", ""), pom.getProperty("version", ""));
        return isPart(artifact.group) && isPart(artifact.name) && isPart(artifact.version)
                ? Optional.of(artifact)
                : Optional.empty();
    }

    static boolean isPart(String text) {
        return PART.matcher(text).matches() && !text.contains("..");
    }

    /** Returns where a repository keeps the sources. */
    Path sourcesIn(Path repository) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + "-sources.jar");
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
