-- wrk's script: signed-in people log entries, each with a new id and the person's next free half hour.
-- arguments: FOLDER (with clients.csv and slots.csv), SECONDS to send for, THREADS, a SEED, HOST
-- Nothing is sent after SECONDS, so that every request is answered before wrk ends.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, nanoseconds; } moment; int clock_gettime(int clock, moment *now);")
local moment = ffi.new("moment")

local function now()
    ffi.C.clock_gettime(1, moment)
    return tonumber(moment.seconds) + tonumber(moment.nanoseconds) / 1e9
end

local function fields(line)
    local all = {}
    for field in line:gmatch("[^,]+") do all[#all + 1] = field end
    return all
end

local headers = "POST /api/entries HTTP/1.1\r\nHost: %s\r\nCookie: __Host-afterbell-session=%s\r\n"
    .. "X-Anti-Forgery: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
local entry = '{"id":"%%s",%%s,"assignment_id":"%s","site_id":"%s","category":"%s","cause":"incidents",'
    .. '"incidents":[{"incident_id":"%s","minutes":30}],"place":"site","source":"as_it_happened"}'
local time = '"work_date":"%s","starts_at":"%s","ends_at":"%s"'

local started = 0
function setup(thread)
    thread:set("number", started)
    started = started + 1
end

function init(arguments)
    local folder, host = arguments[1], arguments[5]
    seconds, threads = tonumber(arguments[2]), tonumber(arguments[3])
    math.randomseed(tonumber(arguments[4]) * 64 + number)
    turn, sent = -1, 0
    people, slots = {}, {}
    for line in io.lines(folder .. "/slots.csv") do
        slots[#slots + 1] = time:format(unpack(fields(line)))
    end
    for line in io.lines(folder .. "/clients.csv") do
        local secret, token, assignment, site, category, incident = unpack(fields(line))
        local template = entry:format(assignment, site, category, incident)
        local length = #template:format(new_id(), slots[1])
        people[#people + 1] = headers:format(host, secret, token, length) .. template
    end
end

function new_id()
    local random = math.random
    return ("%08x-%04x-4%03x-a%03x-%06x%06x"):format(
        random(0, 0xffffffff), random(0, 0xffff), random(0, 0xfff), random(0, 0xfff), random(0, 0xffffff),
        random(0, 0xffffff))
end

function request()
    stop = stop or now() + seconds
    if now() > stop then return "" end
    turn, sent = turn + 1, sent + 1
    local place = turn * threads + number
    return people[place % #people + 1]:format(new_id(), slots[math.floor(place / #people) + 1])
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    print(("result %d %d %d %d"):format(summary.requests, failed, latency:percentile(50), latency:percentile(99)))
end
