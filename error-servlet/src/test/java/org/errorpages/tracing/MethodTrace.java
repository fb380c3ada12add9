package org.errorpages.tracing;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the source files of errorpages that one response enters, from the throw to the last byte.
 *
 * <p>Runs {@link TracedServer} in another JVM under the Java Debug Interface. The argument of {@link #main} is the mode.
 */
final class MethodTrace {

    private static final String SERVER = TracedServer.class.getName();

    private MethodTrace() {}

    /** Prints the files in the order in which they are entered. */
    public static void main(String[] arguments) throws Exception {
        var files = filesEntered(arguments.length == 0 ? "production" : arguments[0]);
        files.forEach(System.out::println);
        System.out.println(files.size() + " files");
    }

    /** Returns the source files in the order in which they are entered. */
    static Set<String> filesEntered(String mode) throws Exception {
        var machine = launch(mode);
        var entries = new Entries(machine.eventRequestManager());
        var prepare = machine.eventRequestManager().createClassPrepareRequest();
        prepare.addClassFilter(SERVER);
        prepare.enable();
        machine.resume();
        boolean isLastRequest = false;
        try {
            while (true) {
                var events = machine.eventQueue().remove();
                for (var event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        stopAtMarks(prepared.referenceType());
                    } else if (event instanceof BreakpointEvent reached) {
                        var mark = reached.location().method().name();
                        isLastRequest |= mark.equals("lastRequest");
                        if (isLastRequest && mark.equals("thrown")) {
                            entries.report();
                        } else if (mark.equals("responded")) {
                            machine.exit(0);
                            return entries.files;
                        }
                    } else if (event instanceof MethodEntryEvent entry) {
                        entries.add(entry);
                    } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        throw new IllegalStateException("the server ended before its last response");
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException ended) {
            throw new IllegalStateException("the server ended before its last response", ended);
        }
    }

    private static void stopAtMarks(ReferenceType server) {
        for (var mark : List.of("lastRequest", "thrown", "responded")) {
            var location = server.methodsByName(mark).get(0).location();
            server.virtualMachine()
                    .eventRequestManager()
                    .createBreakpointRequest(location)
                    .enable();
        }
    }

    /** Collects the files of method entries. Ignores classes with many entries: a developer response has 100,000. */
    private static final class Entries {

        private static final int MAX_ENTRIES = 20;

        private final EventRequestManager requests;
        private final Set<String> files = new LinkedHashSet<>();
        private final Map<String, Integer> entriesByClass = new HashMap<>();
        private final Set<String> ignored = new HashSet<>(Set.of(SERVER, SERVER + "$Shop"));

        Entries(EventRequestManager requests) {
            this.requests = requests;
        }

        void report() {
            requests.deleteEventRequests(List.copyOf(requests.methodEntryRequests()));
            var request = requests.createMethodEntryRequest();
            request.addClassFilter("org.errorpages.*");
            ignored.forEach(request::addClassExclusionFilter);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }

        void add(MethodEntryEvent entry) {
            var type = entry.location().declaringType();
            try {
                files.add(type.sourcePaths(null).get(0));
            } catch (AbsentInformationException generated) {
                // A class generated for a lambda expression; its body belongs to the file around it.
            }
            if (entriesByClass.merge(type.name(), 1, Integer::sum) == MAX_ENTRIES) {
                ignored.add(type.name());
                report();
            }
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
