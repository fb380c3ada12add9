package org.errorpages;

import java.util.Objects;
import org.errorpages.resource.ResourceFolder;

/**
 * The folders with the custom pages and texts of an application.
 *
 * @param pages the folder of pages: {@code 503.html}, {@code 5xx.html}, {@code error.html}
 * @param messages the folder of texts: {@code messages.TAG.properties}
 */
public record CustomResources(ResourceFolder pages, ResourceFolder messages) {

    /** No custom pages and texts. */
    public static final CustomResources NONE = in(ResourceFolder.none());

    public CustomResources {
        Objects.requireNonNull(pages);
        Objects.requireNonNull(messages);
    }

    /** Returns the pages and texts of one folder. */
    public static CustomResources in(ResourceFolder folder) {
        return new CustomResources(folder, folder);
    }
}
