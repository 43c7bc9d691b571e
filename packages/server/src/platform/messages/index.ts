export { deliverMessagesJob } from './deliver-messages.ts';
export { messageRow, type NewMessage, queueMessage } from './queue-message.ts';
export { messageRoutes } from './routes.ts';
