package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a renderer makes public bodies with, where all that say the same differ in number, time and wait only, which stand
 * in the body as they are written: such a body is rendered once, and filled in for each incident.
 *
 * <p>Two stencils are equal if they are the same.
 */
public final class Stencil {

    private final String name;
    private final String common;

    private Stencil(String name, String common) {
        this.name = Objects.requireNonNull(name);
        this.common = Objects.requireNonNull(common);
    }

    /**
     * Returns a stencil.
     *
     * @param name what to call it in a message
     * @param common a long text that stands in each body, such as a style, so that it is kept once; or the empty string
     */
    public static Stencil of(String name, String common) {
        return new Stencil(name, common);
    }

    /** Returns the text that stands in each body, in the charset of the body. */
    byte[] common() {
        return common.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
