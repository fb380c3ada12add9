package org.errorpages.render.html;

import java.util.stream.Stream;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** What our pages write: the ways in which the value of an expression gets into a page, always escaped. */
enum Written {

    /** The content of an element. */
    TEXT(1300, "text") {
        @Override
        void write(String value, Target to) {
            to.page().setBody(value, false);
        }
    },

    /** A comment in place of an element. */
    COMMENT(1300, "comment") {
        @Override
        void write(String value, Target to) {
            to.page().replaceWith("<!-- " + value + " -->", false);
        }
    },

    /** An attribute that is there even if it is empty. */
    LINK(1000, "href") {
        @Override
        void write(String value, Target to) {
            to.page().replaceAttribute(to.from(), to.name(), value);
        }
    },

    /** An attribute that is not there if it is empty. */
    ATTRIBUTE(1000, "aria-label aria-labelledby class data-copied datetime dir id lang placeholder srcdoc title") {
        @Override
        void write(String value, Target to) {
            if (value.isEmpty()) {
                to.page().removeAttribute(to.name());
                to.page().removeAttribute(to.from());
            } else {
                to.page().replaceAttribute(to.from(), to.name(), value);
            }
        }
    },

    /** One class more. */
    MORE_CLASS(1100, "classappend") {
        @Override
        void write(String value, Target to) {
            var before = to.tag().getAttributeValue("class");
            if (!value.isEmpty()) {
                to.page().setAttribute("class", before == null || before.isEmpty() ? value : before + " " + value);
            }
        }
    };

    private final int precedence;
    private final String names;

    /**
     * @param precedence when it is done, as the standard dialect does it
     * @param names those of the attributes, without prefix, that hold the expression, parted by spaces
     */
    Written(int precedence, String names) {
        this.precedence = precedence;
        this.names = names;
    }

    /**
     * Writes a value.
     *
     * @param value what the expression gives, escaped, perhaps empty
     * @param to where it is to stand
     */
    abstract void write(String value, Target to);

    /** Returns whether what holds the expression has to be taken away, as nothing has taken its place. */
    private boolean removes() {
        return this != LINK && this != ATTRIBUTE;
    }

    Stream<Processor> processors(String prefix) {
        return Stream.of(names.split(" ", -1)).map(name -> new Processor(prefix, name, this));
    }

    /**
     * Where a value is written.
     *
     * @param name the name of the attribute that holds the expression, without prefix
     * @param from the attribute itself
     * @param tag where it stands
     * @param page takes what is written
     */
    record Target(String name, AttributeName from, IProcessableElementTag tag, IElementTagStructureHandler page) {}

    /** Evaluates the expression of an attribute as the standard dialect does. */
    static final class Processor extends AbstractStandardExpressionAttributeTagProcessor {

        private final Written written;
        private final String name;

        private Processor(String prefix, String name, Written written) {
            super(TemplateMode.HTML, prefix, name, written.precedence, written.removes());
            this.name = name;
            this.written = written;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName from,
                String expression,
                Object value,
                IElementTagStructureHandler page) {
            var escaped = value == null ? "" : Markup.escaped(value.toString());
            written.write(escaped, new Target(name, from, tag, page));
        }
    }
}
