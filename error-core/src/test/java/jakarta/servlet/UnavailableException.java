package jakarta.servlet;

/** Stands in for the container's class: the error map knows it by name only. */
@SuppressWarnings("serial")
public class UnavailableException extends ServletException {

    public UnavailableException(String message) {
        super(message);
    }
}
