package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The Content-Security-Policy of a page that needs nothing but what it brings along. */
final class ContentSecurityPolicy {

    static final String NONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}

    /** Returns the policy that lets just this content of a style element through. */
    static String of(String style) {
        return "default-src 'none'; style-src '" + source(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Returns the policy of the developer's page, which has a script too and frames the page of the public. */
    static String forDeveloper(PageTemplates templates) {
        return "default-src 'none'; style-src '" + source(templates.style(PageTemplates.DEVELOPER)) + "' '"
                + source(templates.style(PageTemplates.PUBLIC)) + "'; script-src '"
                + source(templates.text(PageTemplates.SCRIPT))
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Returns how a policy names this content of an element (CSP 3, section 2.3.1). */
    static String source(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
