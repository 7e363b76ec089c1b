/**
 * Node parameters as KNIME stores them: in a node's {@code settings.xml} under the config {@code model}.
 *
 * <ul>
 * <li>A field is stored unless it is static, transient or private. Its key is its name without {@code m_}, or what
 * {@code @Persist(configKey)} says; {@code @Persist(hidden)} appends {@code _Internals}.</li>
 * <li>Numbers, texts and flags are entries of their type ({@code xint}, {@code xlong}, {@code xdouble},
 * {@code xstring}, {@code xboolean}); an enum is the name of its constant as {@code xstring}; arrays of these are
 * configs with {@code array-size} and numbered entries.</li>
 * <li>{@code Optional<T>} is two entries: {@code key} with the value, or 0, false or null if there is none, and
 * {@code key_is_present}. If the flag is missing, the value is present.</li>
 * <li>A nested group is a config. An array of groups is a config with one config for each, keyed 0, 1, ...</li>
 * <li>A {@code FileSelection m_file} is the config {@code file} with the config {@code path} in it, which holds
 * {@code location_present} (xboolean), {@code file_system_type} (LOCAL, RELATIVE, MOUNTPOINT, CUSTOM_URL),
 * {@code file_system_specifier} (absent for LOCAL; {@code knime.workflow}, {@code knime.workflow.data},
 * {@code knime.mountpoint}, {@code knime.space} for RELATIVE; the mountpoint's name; the timeout in ms of a URL) and
 * {@code path}. A flow variable of type String overrides the innermost {@code path}:
 * {@code variables/tree/file/path/path} with the entries {@code used_variable} and {@code exposed_variable}.</li>
 * <li>A {@code ColumnFilter} is a config with {@code mode}, {@code patternFilter}, {@code manualFilter} and
 * {@code typeFilter}; what the dialog currently shows as selected is not stored.</li>
 * </ul>
 *
 * A missing key or an unknown enum constant makes loading fail with an {@code InvalidSettingsException}; KNIME then
 * shows a load warning and the node runs with its defaults. A field keeps its default instead if it has
 * {@code @Migrate(loadDefaultIfAbsent = true)}, or is read by its {@code @Migration}. Bounds given to widgets are
 * checked by the dialog only, never while loading: a node checks them again in {@code validate()} or when configured.
 */
package org.scelmo.embedded.parameters;
