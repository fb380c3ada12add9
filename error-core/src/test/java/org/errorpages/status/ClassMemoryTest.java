package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class ClassMemoryTest {

    private final ArrayList<Class<?>> made = new ArrayList<>();
    private final ClassMemory<String> memory = new ClassMemory<>(type -> {
        made.add(type);
        return type.getName();
    });

    @Test
    void valueIsMadeOnceForEachClassAboveAndBelowUs() {
        for (int i = 0; i < 3; i++) {
            assertThat(memory.get(String.class)).isEqualTo("java.lang.String");
            assertThat(memory.get(ClassMemoryTest.class)).endsWith("ClassMemoryTest");
        }

        assertThat(made).containsExactly(String.class, ClassMemoryTest.class);
    }

    @Test
    void classOfALoaderBesideOursIsNotKept() throws IOException, ClassNotFoundException {
        try (var loader = new Beside()) {
            var beside = loader.loadClass(Wars.class.getName());

            assertThat(memory.get(beside)).isEqualTo(memory.get(beside));
            assertThat(made).containsExactly(beside, beside);
        }
    }

    /** A loader that has our classes and delegates to the JDK only. */
    private static final class Beside extends URLClassLoader {
        Beside() {
            super(
                    new URL[] {
                        ClassMemoryTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    null);
        }
    }
}
