package org.errorpages.report;

import org.jspecify.annotations.Nullable;

/**
 * The site that a public page belongs to.
 *
 * @param name its name, or null
 * @param homeUrl the URL of its home page, or null
 * @param contact a mail address or the URL of a contact page, or null
 */
public record Site(@Nullable String name, @Nullable String homeUrl, @Nullable String contact) {

    /** A site without name, home page and contact. */
    public static final Site UNNAMED = new Site(null, null, null);

    /** Returns the contact as a URL, or null. */
    public @Nullable String contactUrl() {
        return contact == null || contact.contains(":") || contact.startsWith("/") ? contact : "mailto:" + contact;
    }
}
