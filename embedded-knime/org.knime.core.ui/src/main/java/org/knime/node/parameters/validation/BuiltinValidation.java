package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. */
public interface BuiltinValidation {

    /** @return text for a value that fails */
    String getErrorMessage();

    /** @return parameters of the check */
    Object getParameters();
}
