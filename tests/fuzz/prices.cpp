// A price table of any bytes: where it can be read, a model is looked up and a usage of the same bytes is charged.

#include <memory>

#include "document/json.hpp"
#include "price/cost.hpp"
#include "price/price_table.hpp"
#include "provider/usage_body.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics faults;
  const auto table = PriceTable::read(std::make_shared<const Source>("table", text), faults);
  const Usage usage = read_usage_body(parse_json(text).value_or(Value()));
  if (!table) {
    return 0;
  }
  for (const std::string& name : table->names()) {
    const auto target = find_target(name);
    const auto model = target ? table->find(*target, "https://api.openai.com/v1") : std::nullopt;
    for (const DatedPrice& dated : model ? model->history : PriceHistory()) {
      cost_of(usage, &dated.price);
    }
  }
  return 0;
}
