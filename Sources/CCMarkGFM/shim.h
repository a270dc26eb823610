#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

/* The extensions' node types are mutable C globals, which Swift 6 refuses to read: functions instead. */
static inline cmark_node_type crieur_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type crieur_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type crieur_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type crieur_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
