package org.errorpages.servlet.request;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of which it is noted what the application has read of its content, as no container tells: what has been read
 * can be shown to a developer without reading more. In development mode only.
 */
public final class TrackingRequest extends HttpServletRequestWrapper {

    /** Where it is noted that the parameters have been read. */
    static final String PARAMETERS = "org.errorpages.parameters";

    /** Where it is noted that the parts have been read. */
    static final String PARTS = "org.errorpages.parts";

    public TrackingRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var value = super.getParameter(name);
        note(PARAMETERS);
        return value;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var parameters = super.getParameterMap();
        note(PARAMETERS);
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        var names = super.getParameterNames();
        note(PARAMETERS);
        return names;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = super.getParameterValues(name);
        note(PARAMETERS);
        return values;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        var parts = super.getParts();
        note(PARTS);
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        var part = super.getPart(name);
        note(PARTS);
        return part;
    }

    /** Once it has been read without failing. */
    private void note(String what) {
        setAttribute(what, true);
    }
}
