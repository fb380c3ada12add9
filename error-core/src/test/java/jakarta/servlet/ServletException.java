package jakarta.servlet;

/** Stands in for the container's class: the error map knows it by name only. */
@SuppressWarnings("serial")
public class ServletException extends Exception {

    public ServletException(Throwable cause) {
        super("Servlet execution threw an exception", cause);
    }

    ServletException(String message) {
        super(message);
    }
}
