package org.errorpages.render.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Runs the Nu Html Checker of validator.w3.org/nu in this process. Not thread-safe. */
final class HtmlChecker {

    private final List<String> complaints = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false);

    HtmlChecker() {
        try {
            validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Complaints());
            validator.setUpValidatorAndParsers(new Complaints(), false, false);
        } catch (Exception e) {
            throw new IllegalStateException("the Nu Html Checker cannot be set up", e);
        }
    }

    /** Returns the errors and warnings for a page and its style. */
    List<String> complaintsAbout(byte[] page) {
        complaints.clear();
        var source = new InputSource(new ByteArrayInputStream(page));
        source.setSystemId("http://localhost/");
        try {
            validator.checkHtmlInputSource(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            complaints.add("fatal: " + e.getMessage());
        }
        return List.copyOf(complaints);
    }

    private final class Complaints implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            add("warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            add("error", e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            add("fatal", e);
        }

        private void add(String weight, SAXParseException e) {
            complaints.add(weight + " in line " + e.getLineNumber() + ": " + e.getMessage());
        }
    }
}
