package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Builds the Content-Security-Policy of self-contained pages. */
final class ContentSecurityPolicy {

    static final String NONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}

    /** Returns the policy that permits one style element with the given content. */
    static String of(String style) {
        return "default-src 'none'; style-src '" + hashSource(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Returns the policy of the developer page, which has a script and embeds the public page in a frame. */
    static String forDeveloper(PageTemplateResolver templates) {
        return "default-src 'none'; style-src '" + hashSource(templates.style(PageTemplateResolver.DEVELOPER)) + "' '"
                + hashSource(templates.style(PageTemplateResolver.PUBLIC)) + "'; script-src '"
                + hashSource(templates.text(PageTemplateResolver.SCRIPT))
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Returns the hash source of an element with the given content (CSP 3, section 2.3.1). */
    static String hashSource(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
