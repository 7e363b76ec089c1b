package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog; the field's type is {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return computes the message, empty for none */
    Class<? extends StateProvider<Optional<Message>>> value();

    /**
     * A message.
     *
     * @param title head
     * @param description text
     * @param type kind
     */
    record Message(String title, String description, MessageType type) {
    }

    /** Kind of a message. */
    enum MessageType {
            /** For information. */
            INFO,
            /** Something went well. */
            SUCCESS,
            /** The node may not do what is wanted. */
            WARNING,
            /** The node cannot be executed. */
            ERROR;
    }

    /** A message that is shown or not, decided when the dialog opens. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {

        /**
         * @param context what is known of the ports
         * @return whether to show the message
         */
        boolean showMessage(NodeParametersInput context);

        /** @return head */
        String title();

        /** @return text */
        String description();

        /** @return kind */
        MessageType type();

        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(final NodeParametersInput context) {
            return showMessage(context) ? Optional.of(new Message(title(), description(), type())) : Optional.empty();
        }
    }
}
