package org.errorpages.report;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks on the public page.
 *
 * @param name the name of the site, or null
 * @param homeUrl where its start page is, or null
 * @param contact a mail address or the URL of a contact page, or null
 */
public record Site(@Nullable String name, @Nullable String homeUrl, @Nullable String contact) {

    /** A site that says nothing of itself. */
    public static final Site UNNAMED = new Site(null, null, null);

    /** Returns the link to the contact, or null. */
    public @Nullable String contactUrl() {
        return contact == null || contact.contains(":") || contact.startsWith("/") ? contact : "mailto:" + contact;
    }
}
