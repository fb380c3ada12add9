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
 * Records whether the application has read parameters or parts.
 *
 * <p>The developer page shows only content that was read, so that it never consumes a body. Used in development mode only.
 */
public final class ParameterTrackingRequest extends HttpServletRequestWrapper {

    /** The attribute set when the application has read the parameters. */
    static final String PARAMETERS = "org.errorpages.parameters";

    /** The attribute set when the application has read the parts. */
    static final String PARTS = "org.errorpages.parts";

    public ParameterTrackingRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var value = super.getParameter(name);
        markRead(PARAMETERS);
        return value;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var parameters = super.getParameterMap();
        markRead(PARAMETERS);
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        var names = super.getParameterNames();
        markRead(PARAMETERS);
        return names;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = super.getParameterValues(name);
        markRead(PARAMETERS);
        return values;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        var parts = super.getParts();
        markRead(PARTS);
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        var part = super.getPart(name);
        markRead(PARTS);
        return part;
    }

    /** Called after the read, so that a read that fails isn't recorded. */
    private void markRead(String attribute) {
        setAttribute(attribute, true);
    }
}
