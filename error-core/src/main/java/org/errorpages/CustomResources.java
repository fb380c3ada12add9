package org.errorpages;

import java.util.Objects;
import org.errorpages.i18n.Languages;
import org.errorpages.resource.ResourceFolder;

/**
 * What an application keeps to make the answers its own.
 *
 * @param pages the folder of its pages: {@code 503.html}, {@code 5xx.html}, {@code error.html}
 * @param messages the folder of its texts: {@code messages.TAG.properties}
 */
public record CustomResources(ResourceFolder pages, ResourceFolder messages) {

    /** Nothing of its own. */
    public static final CustomResources NONE = in(ResourceFolder.none());

    public CustomResources {
        Objects.requireNonNull(pages);
        Objects.requireNonNull(messages);
    }

    /** Returns what is in one folder. */
    public static CustomResources in(ResourceFolder folder) {
        return new CustomResources(folder, folder);
    }

    /**
     * Returns the languages with the texts of the application.
     *
     * @throws IllegalArgumentException if a text cannot be used
     */
    Languages languages() {
        return Languages.with(messages);
    }
}
