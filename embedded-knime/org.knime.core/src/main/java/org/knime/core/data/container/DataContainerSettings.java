package org.knime.core.data.container;

/** How a container treats its rows. */
public final class DataContainerSettings {

    private static final int DEFAULT_DOMAIN_VALUES = 60;

    private final boolean m_initializeDomain;

    private final boolean m_domainUpdate;

    private final boolean m_checkDuplicates;

    private DataContainerSettings(final BuilderImpl builder) {
        m_initializeDomain = builder.m_initializeDomain;
        m_domainUpdate = builder.m_domainUpdate;
        m_checkDuplicates = builder.m_checkDuplicates;
    }

    public static DataContainerSettings getDefault() {
        return builder().build();
    }

    public static Builder builder() {
        return new BuilderImpl();
    }

    /** @return whether the domain of the given spec is where the computed one starts */
    public boolean isInitializeDomain() {
        return m_initializeDomain;
    }

    public boolean isEnableDomainUpdate() {
        return m_domainUpdate;
    }

    public boolean isCheckDuplicateRowKeys() {
        return m_checkDuplicates;
    }

    /** @return the number of possible values up to which they are kept in the domain */
    public int getMaxDomainValues() {
        return DEFAULT_DOMAIN_VALUES;
    }

    /** Sets how a container treats its rows. */
    public interface Builder {

        Builder withInitializedDomain(boolean initDomain);

        Builder withDomainUpdate(boolean enable);

        Builder withCheckDuplicateRowKeys(boolean checkDuplicateRowKeys);

        DataContainerSettings build();
    }

    private static final class BuilderImpl implements Builder {

        private boolean m_initializeDomain;

        private boolean m_domainUpdate = true;

        private boolean m_checkDuplicates = true;

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            m_initializeDomain = initDomain;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean enable) {
            m_domainUpdate = enable;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean checkDuplicateRowKeys) {
            m_checkDuplicates = checkDuplicateRowKeys;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(this);
        }
    }
}
