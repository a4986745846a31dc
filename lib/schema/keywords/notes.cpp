// Keywords that say something about a schema and ask nothing of an instance.

#include <array>

#include "schema/keyword.hpp"

namespace promptctl {
namespace {

constexpr std::array keywords{
    Keyword{"title"},      Keyword{"description"},     Keyword{"default"},          Keyword{"examples"},
    Keyword{"example"},    Keyword{"$comment"},        Keyword{"readOnly"},         Keyword{"writeOnly"},
    Keyword{"deprecated"}, Keyword{"contentEncoding"}, Keyword{"contentMediaType"}, Keyword{"contentSchema"},
};

}  // namespace

std::span<const Keyword> note_keywords() {
  return keywords;
}

}  // namespace promptctl
