#include "score/relocation.hpp"

namespace promptctl {

void report_at(const Location& where, const Diagnostics& found, std::string_view suffix, Diagnostics& diagnostics) {
  for (Diagnostic fault : found.all()) {
    fault.where = where;
    fault.message += suffix;
    diagnostics.add(std::move(fault));
  }
}

}  // namespace promptctl
