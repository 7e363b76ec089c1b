/** The embedding model that runs on this computer: bge-small-en-v1.5 on ONNX Runtime, without a connection. */
package org.scelmo.llm.local;
