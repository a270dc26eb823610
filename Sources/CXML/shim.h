#include <libxml/xmlversion.h>
// ICU's converters are not used here, and Foundation brings an ICU of its own: two sets of the same declarations
// cannot stand together in one program.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
