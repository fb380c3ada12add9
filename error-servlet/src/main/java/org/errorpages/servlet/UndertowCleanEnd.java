package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Undertow ends a response that has begun as if it were whole, whatever is thrown; only an asynchronous request that runs
 * out of time has its connection closed.
 */
final class UndertowCleanEnd implements CommittedResponse {

    @Override
    public boolean breaksOff(HttpServletRequest request) {
        if (!request.isAsyncSupported() || request.isAsyncStarted()) {
            return false;
        }
        request.startAsync().setTimeout(1);
        return true;
    }
}
