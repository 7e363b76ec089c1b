package org.scelmo.embedded.conformance;

import java.util.function.Consumer;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds out what an element of an annotation is if it is not given. */
final class AnnotationDefault extends MethodVisitor {

    private final Consumer<String> m_result;

    private String m_text = " (required)";

    AnnotationDefault(final Consumer<String> result) {
        super(Opcodes.ASM9);
        m_result = result;
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(final String name, final Object value) {
                m_text = " default " + value;
            }

            @Override
            public void visitEnum(final String name, final String descriptor, final String value) {
                m_text = " default " + value;
            }

            @Override
            public AnnotationVisitor visitArray(final String name) {
                m_text = " default {}";
                return null;
            }

            @Override
            public AnnotationVisitor visitAnnotation(final String name, final String descriptor) {
                m_text = " default ";
                return null;
            }
        };
    }

    @Override
    public void visitEnd() {
        m_result.accept(m_text.stripTrailing());
    }
}
