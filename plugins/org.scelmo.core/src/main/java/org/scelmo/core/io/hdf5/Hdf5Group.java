package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;

/** A group: named groups and datasets. Links that point out of the file are never followed. */
public final class Hdf5Group implements Hdf5Node {

    private static final int MAX_SOFT_LINKS = 16;
    private static final String REMOVE_LINK = "Remove the link, or save the file again with its data in place.";

    private final Hdf5File m_file;
    private final String m_path;
    private final long m_address;
    private Map<String, Link> m_links;

    Hdf5Group(final Hdf5File file, final String path, final long address) {
        m_file = file;
        m_path = path;
        m_address = address;
    }

    @Override
    public String path() {
        return m_path;
    }

    @Override
    public Hdf5Attributes attributes() throws IOException {
        return m_file.guard(m_path,
            () -> Hdf5Attributes.of(m_file, m_path, ObjectHeader.readObjectHeader(m_file.storage(), m_address)));
    }

    /** @return where it lies in the file: the same for each path that leads to it */
    public long address() {
        return m_address;
    }

    synchronized Map<String, Link> links() throws IOException {
        if (m_links == null) {
            m_links = m_file.guard(m_path, () -> Link.of(m_file.storage(), m_address));
        }
        return m_links;
    }

    /** @return names of the members, in the file's order; immutable */
    public Set<String> names() throws IOException {
        return Collections.unmodifiableSet(links().keySet());
    }

    /** @return whether there is such a child, be it a link that cannot be followed */
    public boolean has(final String name) throws IOException {
        return links().containsKey(name);
    }

    /**
     * @param name a member's name
     * @return the member, or empty if there is none
     * @throws IOException if the file cannot be read
     * @throws Hdf5Exception if the file is damaged here, or the member is a link that leads out of the file or nowhere
     */
    public Optional<Hdf5Node> child(final String name) throws IOException {
        return child(name, MAX_SOFT_LINKS);
    }

    /** @return the member if it is a group */
    public Optional<Hdf5Group> group(final String name) throws IOException {
        return child(name).filter(Hdf5Group.class::isInstance).map(Hdf5Group.class::cast);
    }

    /** @return the member if it is a dataset */
    public Optional<Hdf5Dataset> dataset(final String name) throws IOException {
        return child(name).filter(Hdf5Dataset.class::isInstance).map(Hdf5Dataset.class::cast);
    }

    /** @return what the path of names leads to from here, or empty; h5py splits a name with a slash into such a path */
    public Optional<Hdf5Node> at(final String path) throws IOException {
        Optional<Hdf5Node> at = Optional.of(this);
        for (final var step : path.split("/")) {
            if (at.orElse(null) instanceof Hdf5Group group && !step.isEmpty()) {
                at = group.child(step);
            } else if (!step.isEmpty()) {
                return Optional.empty();
            }
        }
        return at;
    }

    private Optional<Hdf5Node> child(final String name, final int linksLeft) throws IOException {
        final var link = links().get(name);
        if (link == null) {
            return Optional.empty();
        }
        final var path = m_path.equals("/") ? "/" + name : m_path + "/" + name;
        if (link.externalFile() != null) {
            throw m_file.fault(path, "this is a link to another file ('%s'), which is never followed."
                .formatted(link.externalFile()), "Save the file again with its data inside, or remove the link.");
        }
        if (link.softTarget() != null) {
            return Optional.of(follow(path, link.softTarget(), linksLeft));
        }
        return Optional.of(m_file.guard(path, () -> node(path, link.address())));
    }

    private Hdf5Node node(final String path, final long address) {
        final var header = ObjectHeader.readObjectHeader(m_file.storage(), address);
        final boolean data =
            header.hasMessageOfType(DataSpaceMessage.class) && header.hasMessageOfType(DataLayoutMessage.class);
        return data ? new Hdf5Dataset(m_file, path, header) : new Hdf5Group(m_file, path, address);
    }

    private Hdf5Node follow(final String path, final String target, final int linksLeft) throws IOException {
        final List<String> steps = new ArrayList<>(List.of(target.split("/")));
        steps.removeIf(s -> s.isEmpty() || s.equals("."));
        if (linksLeft <= 0 || steps.size() > MAX_SOFT_LINKS) {
            throw m_file.fault(path, "this link leads to other links without end.", REMOVE_LINK);
        }
        Hdf5Node at = target.startsWith("/") ? m_file.root() : this;
        for (final var step : steps) {
            final var next =
                at instanceof Hdf5Group group ? group.child(step, linksLeft - 1) : Optional.<Hdf5Node> empty();
            at = next.orElseThrow(() -> m_file.fault(path, "this link leads to '%s', which does not exist."
                .formatted(target), REMOVE_LINK));
        }
        return at;
    }
}
