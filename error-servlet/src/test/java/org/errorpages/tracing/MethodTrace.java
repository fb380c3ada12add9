package org.errorpages.tracing;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lists the source files of errorpages that one response enters, from the throw to the last byte.
 *
 * <p>Runs {@link TracedServer} in another JVM under the Java Debug Interface. The argument of {@link #main} is the mode.
 */
final class MethodTrace {

    private static final String SERVER = TracedServer.class.getName();

    private MethodTrace() {}

    /** Prints the files with the number of entries, in the order of the first entry. */
    public static void main(String[] arguments) throws Exception {
        var files = filesEntered(arguments.length == 0 ? "production" : arguments[0]);
        files.forEach((file, entries) -> System.out.println(file + " " + entries));
        System.out.println(files.size() + " files");
    }

    /** Returns the number of method entries for each source file. */
    static Map<String, Integer> filesEntered(String mode) throws Exception {
        var machine = launch(mode);
        var files = new LinkedHashMap<String, Integer>();
        var prepare = machine.eventRequestManager().createClassPrepareRequest();
        prepare.addClassFilter(SERVER);
        prepare.enable();
        var entries = machine.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter("org.errorpages.*");
        entries.addClassExclusionFilter("*.TracedServer");
        entries.addClassExclusionFilter("*.TracedServer$Shop");
        entries.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        machine.resume();
        boolean isLast = false;
        try {
            while (true) {
                var events = machine.eventQueue().remove();
                for (var event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        for (var mark : new String[] {"lastRequest", "thrown", "responded"}) {
                            var method =
                                    prepared.referenceType().methodsByName(mark).get(0);
                            machine.eventRequestManager()
                                    .createBreakpointRequest(method.location())
                                    .enable();
                        }
                    } else if (event instanceof BreakpointEvent reached) {
                        var mark = reached.location().method().name();
                        isLast = isLast || mark.equals("lastRequest");
                        enable(entries, isLast && mark.equals("thrown"));
                    } else if (event instanceof MethodEntryEvent entry) {
                        count(entry, files);
                    } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        return files;
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException ended) {
            return files;
        }
    }

    private static void enable(MethodEntryRequest entries, boolean enabled) {
        if (enabled != entries.isEnabled()) {
            entries.setEnabled(enabled);
        }
    }

    private static void count(MethodEntryEvent entry, Map<String, Integer> files) {
        try {
            files.merge(entry.location().sourcePath(), 1, Integer::sum);
        } catch (AbsentInformationException generated) {
            // A class generated for a lambda expression; its body belongs to the file around it.
        }
    }

    private static VirtualMachine launch(String mode) throws Exception {
        var connector = Bootstrap.virtualMachineManager().defaultConnector();
        var arguments = connector.defaultArguments();
        arguments
                .get("options")
                .setValue("-Djava.util.logging.config.file=none -cp \""
                        + System.getProperty("java.class.path").replace('"', ' ') + '"');
        arguments.get("main").setValue(SERVER + " " + mode);
        arguments.get("suspend").setValue("true");
        var machine = connector.launch(arguments);
        drain(machine.process().getInputStream());
        drain(machine.process().getErrorStream());
        return machine;
    }

    /** Keeps a full pipe from blocking the server. */
    private static void drain(InputStream output) {
        var thread = new Thread(
                () -> {
                    try {
                        output.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException closed) {
                        // The server has ended.
                    }
                },
                "drain");
        thread.setDaemon(true);
        thread.start();
    }
}
