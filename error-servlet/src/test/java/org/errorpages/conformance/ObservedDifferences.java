package org.errorpages.conformance;

import java.lang.reflect.Method;
import org.errorpages.container.Container;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Fails a case that doesn't observe the difference listed for its container. */
public final class ObservedDifferences implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        var number = called.getExecutable().getAnnotation(Case.class);
        if (number != null && called.getArguments().get(0) instanceof Container container) {
            Differences.requireObserved(number.value(), container);
        }
    }
}
